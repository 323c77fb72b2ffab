# The little bot of the engine's own tests shows every kind of act and effect.
at 2026-06-15T09:00:00+08:00

# A mention is answered in its thread; names, channels and special characters survive.
mei.lin in #helpdesk: @Echo who knows @jonas.weber & <b> in #lobby?
> in thread: @mei.lin said: @echo who knows @jonas.weber & <b> in #lobby?

# Replies in a thread.
jonas.weber in thread: @Echo me too
> in thread: @jonas.weber said: ...me too

# A command is answered to one person.
mei.lin in #helpdesk: /echo hello @jonas.weber
> only mei.lin: hello @jonas.weber

mei.lin to Echo: 谁负责签订 OLA？
> to mei.lin: # Echo
>   *谁负责签订 OLA？*
>   · 1 answer, 15 June · 9:00
>   [Say more] [Done]

# Buttons, forms, edits in place.
mei.lin clicks "Say more"
> form for mei.lin: Comment
>   Your words: [____]
>   How much: [a little | a lot]
>   [Send]

mei.lin submits "your words"=no much="a lot"
> errors for mei.lin: words: say a little more

mei.lin submits text="fine, thanks" much=2
> edit to mei.lin: fine, thanks (a lot)

mei.lin opens home
> home of mei.lin: @mei.lin at home
>   [Refresh]

mei.lin clicks Refresh on home

# A verb of the test's own.
shout "stand up" jonas.weber
> to jonas.weber: stand up
