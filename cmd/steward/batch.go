package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"steward/slm"
)

// longestLine is how many bytes a line of a batch may have, its end not
// counted: enough for a month of measurements, one a minute.
const longestLine = 16 << 20

// A batch answers lines of JSON, one line each, in their order and under
// their id. A line that cannot be answered gets a sentence that says why.
type batch struct {
	in     io.Reader
	out    io.Writer
	answer func(line []byte, zones zones) (any, error)
}

// A reply is one answered line: the id, then the fields of the answer or an
// error.
type reply struct {
	ID     json.RawMessage
	Answer any
	Error  string
}

// run answers all lines. It skips blank ones and writes as soon as no more
// input waits, so that another program can ask and read in turns.
func (b batch) run() error {
	in, out := bufio.NewReaderSize(b.in, 64<<10), bufio.NewWriter(b.out)
	known := zones{}
	for first := true; ; first = false {
		line, err := readLine(in)
		if first {
			line = bytes.TrimPrefix(line, []byte("\ufeff")) // some editors begin a file with it
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return errors.Join(fmt.Errorf("read batch: %w", err), out.Flush())
		}
		if len(bytes.TrimSpace(line)) > 0 {
			if err := b.reply(line, known).write(out); err != nil {
				return fmt.Errorf("write batch: %w", err)
			}
		}
		if err != nil || in.Buffered() == 0 {
			if err := out.Flush(); err != nil {
				return fmt.Errorf("write batch: %w", err)
			}
		}
		if err != nil {
			return nil
		}
	}
}

// reply answers one line.
func (b batch) reply(line []byte, known zones) reply {
	r := reply{ID: json.RawMessage("null")}
	if len(line) > longestLine {
		r.Error = "This line is longer than 16 MiB: ask in several lines."
		return r
	}
	var head struct {
		ID json.RawMessage `json:"id"`
	}
	if err := json.Unmarshal(line, &head); err != nil {
		r.Error = sentence(err)
		return r
	}
	if len(head.ID) > 0 {
		r.ID = head.ID
	}
	answer, err := b.answer(line, known)
	if err != nil {
		r.Error = sentence(err)
		return r
	}
	r.Answer = answer
	return r
}

// write puts the id before the fields of the answer.
func (r reply) write(w io.Writer) error {
	rest := r.Answer
	if r.Error != "" {
		rest = struct {
			Error string `json:"error"`
		}{r.Error}
	}
	var fields, id bytes.Buffer
	enc := json.NewEncoder(&fields)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(rest); err != nil {
		return err
	}
	if err := json.Compact(&id, r.ID); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, `{"id":%s,%s`, id.Bytes(), fields.Bytes()[1:])
	return err
}

// readLine gives the next line without its end, and of a line that is too long
// a little more than is allowed. With io.EOF it may give a last line.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		part = bytes.TrimSuffix(part, []byte("\n"))
		line = append(line, part[:min(len(part), longestLine+1-len(line))]...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// remarks are fields that people write beside what is asked, such as the name
// of a holiday or where an event came from. They are passed over. Any other
// field that is not known is refused, lest a slip of the pen changes a result.
type remarks struct {
	ID, Key, Source, Name, Title, Note, Comment, Description, Reason, Why any
	Want, Expect, Expected                                                any
}

// strictly reads a line of JSON into v and refuses fields that v does not have.
func strictly(line []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	return dec.Decode(v)
}

// sentence says in words what is wrong with a line.
func sentence(err error) string {
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		if text, ok := refusal.Sentence(); ok {
			return text.EN
		}
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("This line is no JSON: %s, at byte %d.", syntax.Error(), syntax.Offset)
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		if wrong.Field == "" {
			return "A line must be a JSON object, not " + wrong.Value + "."
		}
		return fmt.Sprintf("The field %q takes %s, not %s.", wrong.Field, kindInWords(wrong.Type.Kind()), wrong.Value)
	}
	if field, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return "There is no field " + field + "."
	}
	return err.Error()
}

// kindInWords says what a field takes.
func kindInWords(kind reflect.Kind) string {
	switch kind {
	case reflect.String:
		return "text in quotes"
	case reflect.Int64:
		return "a whole number"
	case reflect.Slice:
		return "a list in []"
	}
	return "an object in {}"
}
