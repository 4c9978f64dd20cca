// Package listen answers what comes from the network without a function that was handed in.
package listen

import (
	"bufio"
	"crypto/tls"
	"encoding/binary"
	"io"
	"log"
	"net"
	"strings"
)

// Store answers commands.
type Store struct{ values map[string]string }

//label:bad unrecoveredgoroutine
func (s *Store) Serve(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go s.answer(c)
	}
}

//label:bad unrecoveredgoroutine
func (s *Store) ServeTLS(l net.Listener, config *tls.Config) error {
	defer l.Close()
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		c = tls.Server(c, config)
		go func(c net.Conn) {
			defer c.Close()
			s.answer(c)
		}(c)
	}
}

//label:good
func (s *Store) answer(c net.Conn) {
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		command := strings.Fields(lines.Text())
		_, _ = io.WriteString(c, s.values[command[1]])
	}
}

//label:bad unrecoveredgoroutine
func Resolve(pc *net.UDPConn) {
	buf := make([]byte, 512)
	for {
		n, from, err := pc.ReadFromUDP(buf)
		if err != nil {
			return
		}
		question := append([]byte(nil), buf[:n]...)
		go reply(pc, from, question)
	}
}

//label:good
func reply(pc *net.UDPConn, to *net.UDPAddr, question []byte) {
	id := binary.BigEndian.Uint16(question)
	_, _ = pc.WriteToUDP([]byte{byte(id >> 8), byte(id), question[2]}, to)
}

//label:good
func Forward(l net.Listener, upstream string) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer c.Close()
			up, err := net.Dial("tcp", upstream)
			if err != nil {
				return
			}
			defer up.Close()
			go io.Copy(up, c)
			_, _ = io.Copy(c, up)
		}()
	}
}

//label:good
func (s *Store) ServeSafe(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer c.Close()
			defer func() {
				if r := recover(); r != nil {
					log.Printf("connection of %s: %v", c.RemoteAddr(), r)
				}
			}()
			s.answer(c)
		}()
	}
}
