// Package proxy tunnels device connections.
package proxy

import (
	"io"
	"log/slog"
	"net"

	"example.com/service/internal/codec"
	"example.com/service/pkg/safego"
)

// Tunnel accepts and forwards.
type Tunnel struct {
	log    *slog.Logger
	target string
	frames chan []byte
}

//label:good
func (t *Tunnel) Handle(client net.Conn) {
	defer safego.Recover("tunnel")
	upstream, err := net.Dial("tcp", t.target)
	if err != nil {
		t.log.Warn("dial", "err", err)
		_ = client.Close()
		return
	}
	errc := make(chan error, 2)
	go func() {
		_, err := io.Copy(upstream, client)
		errc <- err
	}()
	go func() {
		_, err := io.Copy(client, upstream)
		errc <- err
	}()
	<-errc
	_ = client.Close()
	_ = upstream.Close()
}

//label:bad unrecoveredgoroutine
func (t *Tunnel) HandleReplay(client net.Conn) {
	defer client.Close()
	raw, err := io.ReadAll(io.LimitReader(client, 64<<10))
	if err != nil {
		t.log.Warn("replay", "err", err)
		return
	}
	go codec.ReplayFrame(raw, t.frames)
}
