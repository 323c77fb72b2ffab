package slacksim

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Rules of files.
const (
	fileMost     = 32 << 20 // bytes; Slack takes more, the simulator keeps everything in memory
	filesKept    = 500
	altMost      = 1_000
	channelsMost = 100 // in which one upload may be shared
)

// file is one upload: first an address, then bytes, then shared.
type file struct {
	id, name, title, alt, snippet string
	length                        int
	app                           *app
	user                          *person
	content                       []byte // nil until the bytes came
	done                          bool   // completed: others may see it
	created                       int64
	shares                        map[string][]object // by channel id
	base                          string              // scheme and host that its owner uses
}

func (c *call) getUploadURL() (object, error) {
	name, length := c.args.text("filename"), c.args.number("length", 0)
	switch {
	case name == "" || c.args.text("length") == "":
		return nil, fail("missing_argument")
	case length <= 0:
		return nil, fail("invalid_arguments", "[ERROR] must be greater than 0 [json-pointer:/length]")
	case length > fileMost:
		return nil, fail("file_upload_size_restricted")
	case utf8.RuneCountInString(c.args.text("alt_txt")) > altMost:
		return nil, fail("alt_txt_too_large")
	}
	f := c.addFile(name, c.app.bot, c.base)
	f.app, f.length, f.alt, f.snippet = c.app, length, c.args.text("alt_txt"), c.args.text("snippet_type")
	return object{"upload_url": c.base + "/upload/" + f.id, "file_id": f.id}, nil
}

// addFile makes an empty file; the oldest go first when there are too many.
func (s *Sim) addFile(name string, user *person, base string) *file {
	if len(s.files) >= filesKept {
		delete(s.files, slices.Min(slices.Collect(maps.Keys(s.files))))
	}
	f := &file{
		id: s.nextID("F"), name: name, title: name, user: user, base: base, created: s.now().Unix(), shares: map[string][]object{},
	}
	s.files[f.id] = f
	return f
}

// serveUpload takes the bytes of a file, raw or as the first file of a multipart body.
func (s *Sim) serveUpload(w http.ResponseWriter, r *http.Request) {
	s.inHand(1)
	defer s.inHand(-1)
	if s.faultBefore(w, r, "upload", "") {
		return
	}
	content, err := uploaded(r)
	s.mu.Lock()
	f := s.files[path.Base(r.URL.Path)]
	switch {
	case f == nil || f.content != nil:
		err = errors.New("this address takes no file")
	case err == nil && len(content) != f.length:
		err = fmt.Errorf("the file has %d bytes, not %d", len(content), f.length)
	case err == nil:
		f.content = content
	}
	s.log(Traffic{Kind: "call", Method: "upload", Summary: strconv.Itoa(len(content)) + " bytes"})
	s.mu.Unlock()
	s.faultAfter(r, "upload", "")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	_, _ = fmt.Fprintf(w, "OK - %d", len(content))
}

func uploaded(r *http.Request) ([]byte, error) {
	body := http.MaxBytesReader(nil, r.Body, fileMost+bodyLimit)
	r.Body = body
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "multipart/form-data" {
		return io.ReadAll(body)
	}
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, fmt.Errorf("read upload: %w", err)
	}
	for {
		part, err := parts.NextPart()
		if err != nil {
			return nil, fmt.Errorf("find the file in the upload: %w", err)
		}
		if part.FileName() != "" || part.FormName() == "file" || part.FormName() == "body" {
			return io.ReadAll(part)
		}
	}
}

// serveFile gives a private file to who has a token, and to the page on this machine.
func (s *Sim) serveFile(w http.ResponseWriter, r *http.Request) {
	bearer, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	s.mu.Lock()
	f := s.files[r.PathValue("id")]
	var allowed bool
	var content []byte
	if f != nil {
		content = f.content
		for _, a := range s.apps {
			allowed = allowed || bearer == a.BotToken && a.has("files:read") && s.mayRead(a, f)
		}
		allowed = allowed || bearer == "" && r.Header.Get("Sec-Fetch-Site") == "same-origin"
	}
	s.mu.Unlock()
	if !allowed || content == nil {
		http.Error(w, "not found, or not for you", http.StatusForbidden)
		return
	}
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Content-Security-Policy", "sandbox")
	w.Header().Set("Content-Type", or(f.mimetype(), "application/octet-stream"))
	_, _ = w.Write(content)
}

// mayRead says whether an app may see a file: its own, or one shared where its bot is.
func (s *Sim) mayRead(a *app, f *file) bool {
	if f.app == a {
		return true
	}
	for id := range f.shares {
		if c := s.channel(id); c != nil && (c.has(a.BotUserID) || !c.private && !c.im) {
			return true
		}
	}
	return false
}

func (f *file) extension() string { return strings.TrimPrefix(strings.ToLower(path.Ext(f.name)), ".") }

func (f *file) mimetype() string {
	kind, _, _ := strings.Cut(mime.TypeByExtension(path.Ext(f.name)), ";")
	return or(kind, "text/plain")
}

func (f *file) image() bool {
	return slices.Contains([]string{"png", "jpg", "jpeg", "gif"}, f.extension())
}

// fileObject is the file as Slack's API shows it.
func (s *Sim) fileObject(f *file) object {
	private := f.base + "/files-pri/" + s.team.id + "/" + f.id + "/" + f.name
	shares := object{}
	channels, groups, ims := []string{}, []string{}, []string{}
	for id, where := range f.shares {
		c := s.channel(id)
		if c == nil {
			continue
		}
		kind := "public"
		switch {
		case c.im:
			kind, ims = "private", append(ims, id)
		case c.private:
			kind, groups = "private", append(groups, id)
		default:
			channels = append(channels, id)
		}
		if shares[kind] == nil {
			shares[kind] = object{}
		}
		shares[kind].(object)[id] = where
	}
	o := object{
		"id": f.id, "created": f.created, "timestamp": f.created, "name": f.name, "title": f.title, "mimetype": f.mimetype(),
		"filetype": f.extension(), "pretty_type": strings.ToUpper(f.extension()), "user": f.user.ID, "user_team": s.team.id,
		"size": len(f.content), "mode": "hosted", "is_external": false, "external_type": "", "is_public": len(channels) > 0,
		"public_url_shared": false, "display_as_bot": false, "editable": false, "username": "", "url_private": private,
		"url_private_download": private + "?download=1", "permalink": "https://" + s.team.domain + ".slack.com/files/" + f.user.ID + "/" + f.id,
		"is_starred": false, "has_rich_preview": false, "shares": shares, "channels": channels, "groups": groups, "ims": ims,
		"comments_count": 0, "file_access": "visible",
	}
	if f.image() {
		o["thumb_64"], o["thumb_360"], o["alt_txt"] = private, private, f.alt
	}
	return o
}
