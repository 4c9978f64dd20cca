// Command logserver serves collected log lines on port 8080.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"example.com/logserver/cleanup"
	"example.com/logserver/hook"
	"example.com/logserver/logger"
	"example.com/logserver/server"
)

func main() {
	lines := logger.New(os.Stdout)
	plugins := hook.NewGuarded(func(e hook.Entry) { log.Print(e.Level, " ", e.Message) })
	defer plugins.Close()
	cleanup.StartGuarded(context.Background(), time.Hour, func(time.Time) {
		if err := lines.Flush(); err != nil {
			plugins.Fire(hook.Entry{Level: "error", Message: err.Error()})
		}
	})
	handler := server.New([]string{"server started"}, lines).Handler()
	log.Fatal(http.ListenAndServe(":8080", handler))
}
