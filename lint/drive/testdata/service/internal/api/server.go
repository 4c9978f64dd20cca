// Package api is the HTTP surface.
package api

import (
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"example.com/service/internal/codec"
)

// Store is the database behind the API.
type Store interface {
	Insert(key string, fields []string) error
	Lookup(key string) (*codec.Record, error)
}

// Server holds what the handlers share.
type Server struct {
	log      *slog.Logger
	store    Store
	client   *http.Client
	mu       sync.Mutex
	seen     map[string]time.Time
	panics   atomic.Int64
	inflight sync.WaitGroup
}
