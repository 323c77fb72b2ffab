package slacksim

// Calls per minute of Slack's tiers.
const (
	tier2 = 20
	tier3 = 50
	tier4 = 100
)

// methods is the whole Web API that the simulator knows; anything else is unknown_method.
// Scopes that depend on the kind of channel are checked by the method itself.
var methods = map[string]method{
	"apps.connections.open": {run: (*call).connectionsOpen, level: "app"},
	"auth.test":             {run: (*call).authTest},
	"bots.info":             {run: (*call).botsInfo, scopes: []string{"users:read"}, tier: tier3},
	"team.info":             {run: (*call).teamInfo, scopes: []string{"team:read"}, tier: tier3},

	"chat.postMessage":   {run: (*call).postMessage, scopes: []string{"chat:write"}},
	"chat.update":        {run: (*call).updateMessage, scopes: []string{"chat:write"}, tier: tier3},
	"chat.delete":        {run: (*call).deleteMessage, scopes: []string{"chat:write"}, tier: tier3},
	"chat.postEphemeral": {run: (*call).postEphemeral, scopes: []string{"chat:write"}, tier: tier4},
	"chat.getPermalink":  {run: (*call).getPermalink},
	"reactions.add":      {run: (*call).addReaction, scopes: []string{"reactions:write"}, tier: tier3},

	"conversations.open":    {run: (*call).openConversation, scopes: []string{"im:write"}, tier: tier3},
	"conversations.history": {run: (*call).history, tier: tier3},
	"conversations.replies": {run: (*call).replies, tier: tier3},
	"conversations.list":    {run: (*call).listConversations, tier: tier2},
	"conversations.info":    {run: (*call).conversationInfo, tier: tier3},
	"conversations.members": {run: (*call).members, tier: tier4},
	"conversations.join":    {run: (*call).joinConversation, scopes: []string{"channels:join"}, tier: tier3},
	"users.conversations":   {run: (*call).ownConversations, tier: tier3},

	"users.info":          {run: (*call).userInfo, scopes: []string{"users:read"}, tier: tier4},
	"users.list":          {run: (*call).listUsers, scopes: []string{"users:read"}, tier: tier2},
	"users.lookupByEmail": {run: (*call).lookupByEmail, scopes: []string{"users:read.email"}, tier: tier3},
	"users.getPresence":   {run: (*call).presence, scopes: []string{"users:read"}, tier: tier3},

	"views.open":    {run: (*call).openView, tier: tier4},
	"views.push":    {run: (*call).pushView, tier: tier4},
	"views.update":  {run: (*call).updateView, tier: tier4},
	"views.publish": {run: (*call).publishView, tier: tier4},
}
