// Command server is the service.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"example.com/service/pkg/safego"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	startDebug()
	var beat atomic.Int64
	startWatchdog(ctx, &beat)
	startFlags(ctx, os.Getenv("FLAGS_FILE"))
	safego.Go("beat", func() { beat.Add(1) })
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

//label:good
func startDebug() {
	go func() {
		if err := http.ListenAndServe("localhost:6060", nil); err != nil {
			log.Fatalf("debug listener: %v", err)
		}
	}()
}

//label:good
func startWatchdog(ctx context.Context, beat *atomic.Int64) {
	go func() {
		last := beat.Load()
		for ctx.Err() == nil {
			time.Sleep(time.Minute)
			now := beat.Load()
			if now == last {
				// on purpose: the dump of all goroutines is what we want
				panic("watchdog: no heartbeat for a minute")
			}
			last = now
		}
	}()
}

var flags atomic.Pointer[map[string]string]

//label:missed unrecoveredgoroutine
func startFlags(ctx context.Context, path string) {
	go func() {
		tick := time.NewTicker(30 * time.Second)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				reloadFlags(path)
			case <-ctx.Done():
				return
			}
		}
	}()
}

// reloadFlags reads the file that the configuration service writes.
func reloadFlags(path string) {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Printf("flags: %v", err)
		return
	}
	next := map[string]string{}
	for _, line := range strings.Split(string(data), "\n") {
		kv := strings.Split(line, "=")
		next[kv[0]] = kv[1]
	}
	flags.Store(&next)
}
