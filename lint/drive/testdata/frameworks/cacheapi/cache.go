// Package cacheapi is the price API, which answers from a cache.
package cacheapi

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/gofiber/fiber/v2"
	frecover "github.com/gofiber/fiber/v2/middleware/recover"
	"github.com/redis/go-redis/v9"
	"go.uber.org/zap"

	"example.com/frameworks/internal/safego"
)

type Price struct {
	SKU   string           `json:"sku"`
	Cents int64            `json:"cents"`
	Tiers []Tier           `json:"tiers"`
	Tax   map[string]Rates `json:"tax"`
}

type Tier struct{ Min, Cents int64 }

type Rates struct{ Normal, Reduced *float64 }

type Loader func(ctx context.Context, sku string) (*Price, error)

type Cache struct {
	rdb  *redis.Client
	log  *zap.Logger
	load Loader
	mu   sync.RWMutex
	mem  map[string]*Price
	inv  []func(sku string)
}

// New makes a cache.
func New(rdb *redis.Client, l *zap.Logger, load Loader) *Cache {
	return &Cache{rdb: rdb, log: l, load: load, mem: map[string]*Price{}}
}

// App makes the application.
func (c *Cache) App() *fiber.App {
	app := fiber.New()
	app.Use(frecover.New())
	app.Get("/price/:sku", c.Price)
	app.Get("/tier/:sku", c.Tier)
	app.Post("/warm", c.Warm)
	app.Post("/warm/safe", c.WarmSafely)
	return app
}

// Price answers from memory and refreshes behind the answer.
//
//label:bad unrecoveredgoroutine
func (c *Cache) Price(ctx *fiber.Ctx) error {
	sku := strings.Clone(ctx.Params("sku"))
	c.mu.RLock()
	p, ok := c.mem[sku]
	c.mu.RUnlock()
	go c.refresh(sku)
	if !ok {
		return ctx.SendStatus(fiber.StatusNotFound)
	}
	return ctx.JSON(p)
}

func (c *Cache) refresh(sku string) {
	raw, err := c.rdb.Get(context.Background(), "price:"+sku).Bytes()
	if err != nil && !errors.Is(err, redis.Nil) {
		c.log.Warn("redis", zap.Error(err))
		return
	}
	var p *Price
	if err := json.Unmarshal(raw, &p); err != nil {
		return
	}
	p.Cents = p.Tiers[0].Cents + int64(*p.Tax["DE"].Normal)
	c.mu.Lock()
	c.mem[sku] = p
	c.mu.Unlock()
}

// Warm loads what the body lists.
//
//label:bad unrecoveredgoroutine
func (c *Cache) Warm(ctx *fiber.Ctx) error {
	var skus []string
	if err := ctx.BodyParser(&skus); err != nil {
		return ctx.SendStatus(fiber.StatusBadRequest)
	}
	for i := range skus {
		sku := skus[i]
		go func() {
			p, err := c.load(context.Background(), sku)
			if err != nil {
				c.log.Error("load", zap.String("sku", sku), zap.Error(err))
			}
			c.mu.Lock()
			c.mem[p.SKU] = p
			c.mu.Unlock()
		}()
	}
	return ctx.SendStatus(fiber.StatusAccepted)
}

// Invalidate drops what other instances changed.
//
//label:bad workerloop
func (c *Cache) Invalidate(ctx context.Context) {
	sub := c.rdb.Subscribe(ctx, "prices")
	go func() {
		defer sub.Close()
		defer func() {
			if r := recover(); r != nil {
				c.log.Error("invalidation", zap.Any("panic", r))
			}
		}()
		for m := range sub.Channel() {
			sku := strings.Split(m.Payload, ":")[1]
			c.mu.Lock()
			delete(c.mem, sku)
			c.mu.Unlock()
			for _, f := range c.inv {
				f(sku)
			}
		}
	}()
}

// Notify tells those who registered that sku changed.
func (c *Cache) Notify(sku string) {
	defer c.onNotifyPanic(sku)
	for _, f := range c.inv {
		f(sku)
	}
}

func (c *Cache) onNotifyPanic(sku string) {
	c.logIfPanicked("notify", sku)
}

//label:bad recovermisuse
func (c *Cache) logIfPanicked(what, sku string) {
	if r := recover(); r != nil {
		c.log.Error(what, zap.String("sku", sku), zap.Any("panic", r))
	}
}

// Tier answers the first tier.
//
//label:good
func (c *Cache) Tier(ctx *fiber.Ctx) error {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return ctx.JSON(c.mem[ctx.Params("sku")].Tiers[0])
}

// WarmSafely is Warm that waits.
//
//label:good
func (c *Cache) WarmSafely(ctx *fiber.Ctx) error {
	var skus []string
	if err := ctx.BodyParser(&skus); err != nil {
		return ctx.SendStatus(fiber.StatusBadRequest)
	}
	var wg sync.WaitGroup
	for _, sku := range skus {
		wg.Add(1)
		safego.Go("warm", func() {
			defer wg.Done()
			p, err := c.load(context.Background(), sku)
			if err != nil {
				c.log.Error("load", zap.Error(err))
				return
			}
			c.mu.Lock()
			c.mem[p.SKU] = p
			c.mu.Unlock()
		})
	}
	wg.Wait()
	return ctx.SendStatus(fiber.StatusOK)
}

// KeepAlive pings the server so that the pool keeps its connections.
//
//label:good
func (c *Cache) KeepAlive(ctx context.Context) {
	go func() {
		t := time.NewTicker(20 * time.Second)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				if err := c.rdb.Ping(ctx).Err(); err != nil {
					c.log.Warn("ping", zap.Error(err))
				}
			case <-ctx.Done():
				return
			}
		}
	}()
}

// Expire forgets all prices once an hour.
//
//label:good
func (c *Cache) Expire(stop <-chan struct{}) {
	go func() {
		for {
			select {
			case <-time.After(time.Hour):
				c.mu.Lock()
				clear(c.mem)
				c.mu.Unlock()
			case <-stop:
				return
			}
		}
	}()
}
