// Command server runs the shop.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"

	"example.com/shop/web"
)

//label:good
func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	go func() { log.Println(http.ListenAndServe("localhost:6060", nil)) }()
	s := &web.Server{}
	if err := s.Serve(ctx, ":8080"); err != nil {
		log.Fatal(err)
	}
}

//label:good
func progress(lines chan string) {
	for line := range lines {
		log.Println(line)
	}
}
