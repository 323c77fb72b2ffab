package slacksim

// Calls per minute of Slack's tiers. Methods without one have rules of their own.
const (
	tier1 = 1
	tier2 = 20
	tier3 = 50
	tier4 = 100
)

// The kinds of token a method wants; most want a bot's.
const (
	levelApp    = "app"    // an app-level token
	levelUser   = "user"   // a person's
	levelConfig = "config" // an app configuration token
	levelNone   = "none"   // none at all
)

// methods is the whole Web API that the simulator knows; anything else is unknown_method.
// Scopes that depend on the kind of channel are checked by the method itself.
var methods = map[string]method{
	"apps.connections.open":          {run: (*call).connectionsOpen, level: levelApp, scopes: []string{"connections:write"}},
	"apps.event.authorizations.list": {run: (*call).eventAuthorizations, level: levelApp, scopes: []string{"authorizations:read"}, tier: tier4},
	"apps.manifest.validate":         {run: (*call).validateManifest, level: levelConfig, tier: tier3},
	"apps.manifest.create":           {run: (*call).createApp, level: levelConfig, tier: tier1},
	"apps.manifest.update":           {run: (*call).updateApp, level: levelConfig, tier: tier1},
	"apps.manifest.export":           {run: (*call).exportApp, level: levelConfig, tier: tier3},
	"apps.uninstall":                 {run: (*call).uninstallSelf, tier: tier1},
	"auth.test":                      {run: (*call).authTest},
	"auth.revoke":                    {run: (*call).revokeToken, tier: tier3},
	"auth.teams.list":                {run: (*call).listTeams, tier: tier2},
	"api.test":                       {run: (*call).apiTest, level: levelNone, tier: tier4},
	"blocks.validate":                {run: (*call).validateBlocks, level: levelNone, tier: tier3},
	"bots.info":                      {run: (*call).botsInfo, scopes: []string{"users:read"}, tier: tier3},
	"emoji.list":                     {run: (*call).listEmoji, scopes: []string{"emoji:read"}, tier: tier2},
	"oauth.v2.access":                {run: (*call).oauthAccess, level: levelNone, tier: tier4},
	"oauth.v2.exchange":              {run: (*call).exchangeToken, level: levelNone, tier: tier4},
	"team.info":                      {run: (*call).teamInfo, scopes: []string{"team:read"}, tier: tier3},

	"chat.postMessage":            {run: (*call).postMessage, scopes: []string{"chat:write"}},
	"chat.update":                 {run: (*call).updateMessage, scopes: []string{"chat:write"}, tier: tier3},
	"chat.delete":                 {run: (*call).deleteMessage, scopes: []string{"chat:write"}, tier: tier3},
	"chat.postEphemeral":          {run: (*call).postEphemeral, scopes: []string{"chat:write"}, tier: tier4},
	"chat.getPermalink":           {run: (*call).getPermalink},
	"chat.scheduleMessage":        {run: (*call).scheduleMessage, scopes: []string{"chat:write"}, tier: tier3},
	"chat.deleteScheduledMessage": {run: (*call).deleteScheduled, scopes: []string{"chat:write"}, tier: tier3},
	"chat.scheduledMessages.list": {run: (*call).listScheduled, tier: tier3},
	"chat.unfurl":                 {run: (*call).unfurl, scopes: []string{"links:write"}, tier: tier3},
	"chat.startStream":            {run: (*call).startStream, scopes: []string{"chat:write"}, tier: tier2},
	"chat.appendStream":           {run: (*call).appendStream, scopes: []string{"chat:write"}, tier: tier4},
	"chat.stopStream":             {run: (*call).stopStream, scopes: []string{"chat:write"}, tier: tier2},

	"reactions.add":    {run: (*call).addReaction, scopes: []string{"reactions:write"}, tier: tier3},
	"reactions.remove": {run: (*call).removeReaction, scopes: []string{"reactions:write"}, tier: tier2},
	"reactions.get":    {run: (*call).getReactions, scopes: []string{"reactions:read"}, tier: tier3},
	"pins.add":         {run: (*call).addPin, scopes: []string{"pins:write"}, tier: tier2},
	"pins.remove":      {run: (*call).removePin, scopes: []string{"pins:write"}, tier: tier2},
	"pins.list":        {run: (*call).listPins, scopes: []string{"pins:read"}, tier: tier2},
	"bookmarks.add":    {run: (*call).addBookmark, scopes: []string{"bookmarks:write"}, tier: tier2},
	"bookmarks.edit":   {run: (*call).editBookmark, scopes: []string{"bookmarks:write"}, tier: tier2},
	"bookmarks.remove": {run: (*call).removeBookmark, scopes: []string{"bookmarks:write"}, tier: tier2},
	"bookmarks.list":   {run: (*call).listBookmarks, scopes: []string{"bookmarks:read"}, tier: tier3},

	"conversations.open":            {run: (*call).openConversation, scopes: []string{"im:write"}, tier: tier3},
	"conversations.close":           {run: (*call).closeConversation, scopes: []string{"im:write", "mpim:write"}, tier: tier2},
	"conversations.history":         {run: (*call).history, tier: tier3},
	"conversations.replies":         {run: (*call).replies, tier: tier3},
	"conversations.list":            {run: (*call).listConversations, tier: tier2},
	"conversations.info":            {run: (*call).conversationInfo, tier: tier3},
	"conversations.members":         {run: (*call).members, tier: tier4},
	"conversations.join":            {run: (*call).joinConversation, scopes: []string{"channels:join"}, tier: tier3},
	"conversations.leave":           {run: (*call).leaveConversation, scopes: []string{"channels:manage", "groups:write"}, tier: tier3},
	"conversations.create":          {run: (*call).createConversation, scopes: []string{"channels:manage", "groups:write"}, tier: tier2},
	"conversations.invite":          {run: (*call).inviteToConversation, scopes: []string{"channels:manage", "groups:write"}, tier: tier3},
	"conversations.kick":            {run: (*call).kickFromConversation, scopes: []string{"channels:manage", "groups:write"}, tier: tier3},
	"conversations.setTopic":        {run: (*call).setTopic, scopes: []string{"channels:manage", "groups:write"}, tier: tier2},
	"conversations.setPurpose":      {run: (*call).setPurpose, scopes: []string{"channels:manage", "groups:write"}, tier: tier2},
	"conversations.rename":          {run: (*call).renameConversation, scopes: []string{"channels:manage", "groups:write"}, tier: tier2},
	"conversations.archive":         {run: (*call).archiveConversation, scopes: []string{"channels:manage", "groups:write"}, tier: tier2},
	"conversations.unarchive":       {run: (*call).unarchiveConversation, scopes: []string{"channels:manage", "groups:write"}, tier: tier2},
	"conversations.mark":            {run: (*call).markConversation, scopes: []string{"channels:manage", "groups:write", "im:write", "mpim:write"}, tier: tier3},
	"conversations.canvases.create": {run: (*call).createChannelCanvas, scopes: []string{"canvases:write"}, tier: tier2},

	"users.conversations": {run: (*call).ownConversations, tier: tier3},
	"users.info":          {run: (*call).userInfo, scopes: []string{"users:read"}, tier: tier4},
	"users.list":          {run: (*call).listUsers, scopes: []string{"users:read"}, tier: tier2},
	"users.lookupByEmail": {run: (*call).lookupByEmail, scopes: []string{"users:read.email"}, tier: tier3},
	"users.getPresence":   {run: (*call).presence, scopes: []string{"users:read"}, tier: tier3},
	"users.profile.get":   {run: (*call).getProfile, scopes: []string{"users.profile:read"}, tier: tier4},
	"users.profile.set":   {run: (*call).setProfile, level: levelUser, tier: tier3},
	"dnd.info":            {run: (*call).dndInfo, scopes: []string{"dnd:read"}, tier: tier3},
	"dnd.teamInfo":        {run: (*call).dndTeamInfo, scopes: []string{"dnd:read"}, tier: tier2},

	"usergroups.list":         {run: (*call).listGroups, scopes: []string{"usergroups:read"}, tier: tier2},
	"usergroups.create":       {run: (*call).createGroup, scopes: []string{"usergroups:write"}, tier: tier2},
	"usergroups.update":       {run: (*call).updateGroup, scopes: []string{"usergroups:write"}, tier: tier2},
	"usergroups.enable":       {run: (*call).enableGroup, scopes: []string{"usergroups:write"}, tier: tier2},
	"usergroups.disable":      {run: (*call).disableGroup, scopes: []string{"usergroups:write"}, tier: tier2},
	"usergroups.users.list":   {run: (*call).listGroupUsers, scopes: []string{"usergroups:read"}, tier: tier2},
	"usergroups.users.update": {run: (*call).setGroupUsers, scopes: []string{"usergroups:write"}, tier: tier2},

	"files.getUploadURLExternal":   {run: (*call).getUploadURL, scopes: []string{"files:write"}, tier: tier4},
	"files.completeUploadExternal": {run: (*call).completeUpload, scopes: []string{"files:write"}, tier: tier4},
	"files.info":                   {run: (*call).fileInfo, scopes: []string{"files:read"}, tier: tier4},
	"files.delete":                 {run: (*call).deleteFile, scopes: []string{"files:write"}, tier: tier3},

	"views.open":    {run: (*call).openView, tier: tier4},
	"views.push":    {run: (*call).pushView, tier: tier4},
	"views.update":  {run: (*call).updateView, tier: tier4},
	"views.publish": {run: (*call).publishView, tier: tier4},

	"assistant.threads.setStatus":           {run: (*call).setThinking, scopes: []string{"chat:write", "assistant:write"}},
	"assistant.threads.setTitle":            {run: (*call).threadTitle, scopes: []string{"assistant:write"}, tier: tier4},
	"assistant.threads.setSuggestedPrompts": {run: (*call).suggestedPrompts, scopes: []string{"assistant:write"}, tier: tier4},
	"agents.sessions.setStatus":             {run: (*call).agentSession, scopes: []string{"assistant:write"}, tier: tier4},
	"agents.sessions.rename":                {run: (*call).agentSession, scopes: []string{"assistant:write"}, tier: tier4},
	"entity.presentDetails":                 {run: (*call).presentDetails, tier: tier3},

	"canvases.create":     {run: (*call).createCanvas, scopes: []string{"canvases:write"}, tier: tier2},
	"canvases.edit":       {run: (*call).editCanvas, scopes: []string{"canvases:write"}, tier: tier3},
	"canvases.delete":     {run: (*call).deleteCanvas, scopes: []string{"canvases:write"}, tier: tier3},
	"canvases.getContent": {run: (*call).canvasContent, scopes: []string{"canvases:read"}, tier: tier3},

	"slackLists.create":               {run: (*call).createList, scopes: []string{"lists:write"}, tier: tier2},
	"slackLists.update":               {run: (*call).updateList, scopes: []string{"lists:write"}, tier: tier2},
	"slackLists.items.create":         {run: (*call).createListItem, scopes: []string{"lists:write"}, tier: tier3},
	"slackLists.items.info":           {run: (*call).listItemInfo, scopes: []string{"lists:read"}, tier: tier3},
	"slackLists.items.list":           {run: (*call).listItems, scopes: []string{"lists:read"}, tier: tier3},
	"slackLists.items.update":         {run: (*call).updateListItems, scopes: []string{"lists:write"}, tier: tier3},
	"slackLists.items.delete":         {run: (*call).deleteListItems, scopes: []string{"lists:write"}, tier: tier3},
	"slackLists.items.deleteMultiple": {run: (*call).deleteListItems, scopes: []string{"lists:write"}, tier: tier3},
	"slackLists.access.set":           {run: (*call).shareList, scopes: []string{"lists:write"}, tier: tier2},
	"slackLists.access.delete":        {run: (*call).shareList, scopes: []string{"lists:write"}, tier: tier2},
	"slackLists.download.start":       {run: (*call).downloadList, scopes: []string{"lists:read"}, tier: tier2},
	"slackLists.download.get":         {run: (*call).downloadList, scopes: []string{"lists:read"}, tier: tier2},
}
