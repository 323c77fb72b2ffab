package company

import _ "embed"

// Schema is the JSON Schema (draft 2020-12) of the company file, with which
// editors complete and check it. It is milder than Read: it knows no
// references, and not which dates are days.
//
//go:embed schema.json
var Schema string
