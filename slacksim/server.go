package slacksim

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"time"
)

//go:embed page
var pageFiles embed.FS

// Handler serves the whole workspace: /api/ for apps, /link/ for their sockets, /hooks/ for response URLs,
// /control/ and / for the page on which people play along.
func (s *Sim) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/api/", s.serveAPI)
	mux.HandleFunc("GET /link/", s.serveSocket)
	mux.HandleFunc("POST /hooks/", s.serveHook)
	mux.HandleFunc("POST /upload/", s.serveUpload)
	mux.HandleFunc("GET /files-pri/{team}/{id}/{name}", s.serveFile)
	mux.HandleFunc("GET /oauth/v2/authorize", s.serveAuthorize)
	mux.Handle("/control/", s.control())
	files, err := fs.Sub(pageFiles, "page")
	if err != nil {
		panic(err) // the directory is compiled in
	}
	mux.Handle("/", http.FileServerFS(files))
	return mux
}

// Server is a workspace that is being served.
type Server struct {
	URL  string // of the page, without a slash at the end
	sim  *Sim
	http *http.Server
	done chan struct{}
}

// Start serves the workspace on an address such as 127.0.0.1:0 until ctx ends or Close is called.
func (s *Sim) Start(ctx context.Context, addr string) (*Server, error) {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("serve workspace: %w", err)
	}
	srv := &Server{
		URL: "http://" + l.Addr().String(), sim: s, done: make(chan struct{}),
		http: &http.Server{Handler: s.Handler(), ReadHeaderTimeout: 10 * time.Second},
	}
	s.mu.Lock()
	for _, a := range s.apps {
		a.base = or(a.base, srv.URL)
	}
	s.base = srv.URL
	s.mu.Unlock()
	go func() {
		defer close(srv.done)
		_ = srv.http.Serve(l) // ends with ErrServerClosed
	}()
	context.AfterFunc(ctx, func() { _ = srv.http.Close(); s.stop() })
	return srv, nil
}

// APIURL is what a Slack client needs as the address of the Web API; it ends in a slash.
func (srv *Server) APIURL() string { return srv.URL + "/api/" }

// Close stops serving, closes the workspace and returns when all is at rest.
func (srv *Server) Close() {
	srv.sim.stop()
	_ = srv.http.Close()
	srv.sim.Close()
	<-srv.done
}
