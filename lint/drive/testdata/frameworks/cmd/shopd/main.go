// Command shopd serves the shop, the chat, the hooks and the prices.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"

	"github.com/redis/go-redis/v9"
	"go.uber.org/zap"
	"google.golang.org/grpc"

	"example.com/frameworks/cacheapi"
	"example.com/frameworks/chatws"
	"example.com/frameworks/grpcsvc"
	"example.com/frameworks/internal/safego"
	"example.com/frameworks/metrics"
	"example.com/frameworks/payhooks"
	"example.com/frameworks/reports"
	"example.com/frameworks/shopapi"
	"example.com/frameworks/tokens"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	l, err := zap.NewProduction()
	if err != nil {
		log.Fatal(err)
	}
	shop := shopapi.New(noMail{}, noOutbox{})
	shop.RelayOutbox(ctx)
	shop.Routes()
	hub := chatws.NewHub()
	hub.Start()
	frames, bots := make(chan chatws.Frame), make(chan chatws.Frame)
	safego.Go("broadcast", func() { hub.Broadcaster(frames, ctx.Done()) })
	safego.Go("bots", func() { hub.BroadcastEach(bots) })
	exp := metrics.New()
	cache := cacheapi.New(redis.NewClient(&redis.Options{}), l, nil)
	cache.Invalidate(ctx)
	cache.KeepAlive(ctx)
	cache.App()
	payhooks.New([]byte(os.Getenv("SECRET"))).Routes()
	http.HandleFunc("/voucher", tokens.VoucherHandler)
	http.HandleFunc("/lottery", tokens.LotteryHandler)
	http.HandleFunc("/token", tokens.TokenHandler)
	http.HandleFunc("/bucket", tokens.Bucket)
	http.HandleFunc("/say", hub.Say)
	http.HandleFunc("/report/head", reports.Header)
	http.Handle("/chat/", hub.Router())
	http.Handle("/metrics", exp)
	startGRPC(ctx)
	reloadOnHangup(ctx, func() { l.Info("reload") })
	if err := shop.Serve(ctx, ":8080"); err != nil {
		log.Print(err)
	}
}

func startGRPC(ctx context.Context) {
	srv := grpc.NewServer(grpc.UnaryInterceptor(grpcsvc.UnaryRecover), grpc.StreamInterceptor(grpcsvc.StreamRecover))
	srv.RegisterService(&grpc.ServiceDesc{ServiceName: "search"}, grpcsvc.New())
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	safego.Go("grpc", func() { log.Print(grpcsvc.Serve(ctx, lis, srv)) })
}

// debugServer serves the debug pages; without them we do not want to run.
//
//label:good
func debugServer(addr string) {
	go func() { log.Fatal(http.ListenAndServe(addr, nil)) }()
}

func init() {
	if a := os.Getenv("DEBUG_ADDR"); a != "" {
		debugServer(a)
	}
}

//label:good
func reloadOnHangup(ctx context.Context, reload func()) {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt)
	go func() {
		defer signal.Stop(sig)
		for {
			select {
			case <-sig:
				func() {
					defer safego.Guard("reload")()
					reload()
				}()
			case <-ctx.Done():
				return
			}
		}
	}()
}

type noMail struct{}

func (noMail) Send(context.Context, string, string, string) error { return nil }

type noOutbox struct{}

func (noOutbox) Pending(context.Context, int) ([]shopapi.Event, error) { return nil, nil }
func (noOutbox) Done(context.Context, int64) error                     { return nil }
