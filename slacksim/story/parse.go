package story

import (
	"fmt"
	"strings"
)

// act is one deed with the effects that are expected of it.
type act struct {
	before  string // the comments and empty lines above it, with their line ends
	line    int
	text    string
	effects []string // lines as they stand in the file
}

// parse reads a story.
func parse(source string) ([]act, error) {
	var acts []act
	before := ""
	for i, line := range lines(source) {
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
			before += line + "\n"
		case strings.HasPrefix(line, ">"):
			if len(acts) == 0 || before != "" {
				return nil, fmt.Errorf("%d: an effect needs an act right above it", i+1)
			}
			last := &acts[len(acts)-1]
			last.effects = append(last.effects, strings.TrimRight(line, " "))
		default:
			acts = append(acts, act{before: before, line: i + 1, text: strings.TrimSpace(line)})
			before = ""
		}
	}
	return acts, nil
}

// tail is what stands below the last act and its effects.
func tail(source string) string {
	all := lines(source)
	end := len(all)
	for end > 0 && (strings.TrimSpace(all[end-1]) == "" || strings.HasPrefix(all[end-1], "#")) {
		end--
	}
	rest := ""
	for _, line := range all[end:] {
		rest += line + "\n"
	}
	return rest
}

func lines(source string) []string {
	source = strings.TrimSuffix(strings.ReplaceAll(source, "\r\n", "\n"), "\n")
	if source == "" {
		return nil
	}
	return strings.Split(source, "\n")
}

// words splits a line at spaces; double quotes keep words together, also behind an equals sign.
// In them \n is a line break.
func words(line string) ([]string, error) {
	var all []string
	var word strings.Builder
	quoted, inWord := false, false
	for i, r := range line {
		switch {
		case r == '"':
			quoted, inWord = !quoted, true
		case r == ' ' && !quoted:
			if inWord {
				all = append(all, word.String())
			}
			word.Reset()
			inWord = false
		case r == '\\' && quoted && strings.HasPrefix(line[i:], `\n`):
			word.WriteByte('\n')
		case r == 'n' && quoted && i > 0 && line[i-1] == '\\': // written with its stroke
		default:
			word.WriteRune(r)
			inWord = true
		}
	}
	if quoted {
		return nil, fmt.Errorf("a quotation mark is missing in %q", line)
	}
	if inWord {
		all = append(all, word.String())
	}
	return all, nil
}
