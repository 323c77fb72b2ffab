# Deeds on messages, shortcuts, time and faults.
at 2026-06-15T09:00:00+08:00

# Reactions, and taking them back.
mei.lin in #helpdesk: the printer is on fire

mei.lin reacts :eyes: to printer
> reaction in #helpdesk: :ok:

mei.lin unreacts eyes to printer
> reaction taken back in #helpdesk: :ok:

# What people edit and delete.
mei.lin edits printer as "the scanner is on fire"

mei.lin runs Quote on scanner
> only mei.lin: > the scanner is on fire

mei.lin deletes scanner

mei.lin runs Call
> to mei.lin: here I am

mei.lin shares report.pdf in #helpdesk
> in #helpdesk: got a file

# A fault: Slack refuses the answer, once.
fault chat.postMessage ratelimited 2s x1
mei.lin in #helpdesk: @Echo are you there?
mei.lin in #helpdesk: @Echo and now?
> in thread: @mei.lin said: @echo and now?

# The connection breaks and is made again.
sockets drop
mei.lin in #helpdesk: /echo still here
> only mei.lin: still here
sockets refresh
mei.lin in #helpdesk: /echo still here
> only mei.lin: still here

after 5m
mei.lin to Echo: later
> to mei.lin: # Echo
>   *later*
>   · 1 answer, 15 June · 9:00
>   [Say more] [Done]
