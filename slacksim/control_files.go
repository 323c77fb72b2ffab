package slacksim

import (
	"errors"
	"fmt"
	"io"
	"net/http"
)

// controlUpload keeps a file that a person chose on the page, for a file_input: POST /control/upload?as=U&name=N with
// the bytes as body. With view=V the app whose modal it is may download it before it is shared.
func (s *Sim) controlUpload(w http.ResponseWriter, r *http.Request) {
	content, err := io.ReadAll(http.MaxBytesReader(w, r.Body, fileMost))
	if err != nil {
		refuse(w, http.StatusBadRequest, fmt.Errorf("the file cannot be read: %w", err))
		return
	}
	query := r.URL.Query()
	f, err := s.keepFile(query.Get("as"), query.Get("view"), query.Get("name"), baseOf(r), content)
	if err != nil {
		refuse(w, http.StatusUnprocessableEntity, err)
		return
	}
	writeJSON(w, http.StatusOK, object{"file": f})
}

func (s *Sim) keepFile(as, viewID, name, base string, content []byte) (object, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.person(as)
	switch {
	case p == nil:
		return nil, errors.New("there is no such person")
	case name == "" || len(content) == 0:
		return nil, errors.New("a file needs a name and something in it")
	}
	f := s.addFile(name, p, base)
	f.content, f.length, f.done = content, len(content), true
	if v := s.views[viewID]; v != nil && v.user == p {
		f.app = v.app
	}
	return s.fileObject(f), nil
}

func (s *Sim) deedUnreact(d deed) (any, error) {
	c, err := s.seen(d)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m := c.find(d.TS)
	if m == nil {
		return nil, errors.New("there is no such message")
	}
	s.unreact(c, m, d.user.ID, d.Name)
	return done(nil)
}
