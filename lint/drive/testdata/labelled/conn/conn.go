// Package conn serves connections.
package conn

import (
	"bufio"
	"log"
	"net"
	"strings"
)

// Server serves connections.
type Server struct {
	commands map[string]func(args []string) string
}

// Handle registers a command.
func (s *Server) Handle(name string, fn func(args []string) string) { s.commands[name] = fn }

//label:bad unrecoveredgoroutine
func (s *Server) Serve(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go s.serve(c)
	}
}

//label:good
func (s *Server) ServeSafe(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go s.serveSafe(c)
	}
}

func (s *Server) serve(c net.Conn) {
	defer c.Close()
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		_, _ = c.Write([]byte(s.commands[fields[0]](fields[1:])))
	}
}

//label:good
func (s *Server) serveSafe(c net.Conn) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("connection %s: %v", c.RemoteAddr(), r)
		}
	}()
	s.serve(c)
}
