package slm

import (
	"fmt"
	"strings"
)

// A line "= Karfreitag; Good Friday; 耶稣受难日" gives what a file calls a
// holiday, and its names in English and Chinese; without the one in the middle
// the file calls it by its English name.

// Name gives the name of the holiday on a date, or of the one that a working
// day makes up for, and nothing for other days. A day to which a holiday moved
// says so.
func (h *Holidays) Name(date Date) Text {
	name, off := h.off[date]
	if !off {
		name = h.makeUp[date]
	}
	text := h.names[name]
	if off && h.moved[date] {
		return Text{EN: text.EN + ", moved", ZH: text.ZH + "（补休）"}
	}
	return text
}

// readName reads a line that names a holiday, without its "=".
func (h *Holidays) readName(line string) error {
	fields := strings.Split(line, ";")
	for i := range fields {
		if fields[i] = strings.TrimSpace(fields[i]); fields[i] == "" {
			return fmt.Errorf("field %d is empty", i+1)
		}
	}
	if len(fields) < 2 || len(fields) > 3 {
		return fmt.Errorf("%d fields instead of 2 or 3", len(fields))
	}
	name, chinese := fields[0], fields[len(fields)-1]
	if h.names[name] != (Text{}) {
		return fmt.Errorf("%q is named twice", name)
	}
	h.names[name] = Text{EN: fields[len(fields)-2], ZH: chinese}
	return nil
}
