package slacksim

// viewBytes is the most a whole view may have.
const viewBytes = 250 << 10

// CheckBlocks returns all that Slack would refuse in these blocks on this surface.
func CheckBlocks(blocks []Block, surface Surface) []Problem { return nil }

// CheckView returns all that Slack would refuse in a modal or Home tab.
func CheckView(v View) []Problem { return nil }
