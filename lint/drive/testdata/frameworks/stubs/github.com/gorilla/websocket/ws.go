package websocket

import (
	"bytes"
	"io"
	"net/http"
	"time"
)

const (
	TextMessage   = 1
	BinaryMessage = 2
	CloseMessage  = 8
	PingMessage   = 9
)

type Upgrader struct {
	ReadBufferSize, WriteBufferSize int
	CheckOrigin                     func(r *http.Request) bool
}
type Conn struct{}
type nopc struct{ bytes.Buffer }

func (*nopc) Close() error { return nil }

func (u *Upgrader) Upgrade(w http.ResponseWriter, r *http.Request, responseHeader http.Header) (*Conn, error) {
	return &Conn{}, nil
}
func (c *Conn) ReadMessage() (messageType int, p []byte, err error) { return 0, nil, io.EOF }
func (c *Conn) WriteMessage(messageType int, data []byte) error     { return nil }
func (c *Conn) WriteControl(messageType int, data []byte, deadline time.Time) error {
	return nil
}
func (c *Conn) ReadJSON(v interface{}) error                       { return io.EOF }
func (c *Conn) WriteJSON(v interface{}) error                      { return nil }
func (c *Conn) NextWriter(messageType int) (io.WriteCloser, error) { return &nopc{}, nil }
func (c *Conn) SetReadDeadline(t time.Time) error                  { return nil }
func (c *Conn) SetWriteDeadline(t time.Time) error                 { return nil }
func (c *Conn) SetPongHandler(h func(appData string) error)        {}
func (c *Conn) Close() error                                       { return nil }
