// Package rabbit runs the image jobs that come over RabbitMQ.
package rabbit

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"
	"github.com/sirupsen/logrus"
)

type Job struct {
	Kind   string            `json:"kind"`
	Path   string            `json:"path"`
	Params map[string]string `json:"params"`
	Sizes  []Size            `json:"sizes"`
}

type Size struct{ W, H int }

type Step func(ctx context.Context, j *Job) error

type Registry map[string]Step

type Consumer struct {
	ch    *amqp.Channel
	steps Registry
	mu    sync.Mutex
	fails int
}

// New makes a consumer.
func New(ch *amqp.Channel, steps Registry) *Consumer { return &Consumer{ch: ch, steps: steps} }

// Listen starts the consumer of the queue and returns.
//
//label:bad unrecoveredgoroutine
func (c *Consumer) Listen(ctx context.Context, queue string) error {
	ds, err := c.ch.Consume(queue, "images", false, false, false, false, nil)
	if err != nil {
		return err
	}
	go func() {
		for d := range ds {
			if err := c.handle(ctx, d); err != nil {
				logrus.WithError(err).Error("job failed")
				_ = d.Nack(false, !d.Redelivered)
				continue
			}
			_ = d.Ack(false)
		}
	}()
	return nil
}

func (c *Consumer) handle(ctx context.Context, d amqp.Delivery) error {
	tenant := d.Headers["tenant"].(string)
	var j Job
	if err := json.Unmarshal(d.Body, &j); err != nil {
		return err
	}
	j.Path = tenant + "/" + j.Path[strings.LastIndex(j.Path, "/")+1:]
	return c.steps[j.Kind](ctx, &j)
}

// ListenThumbnails makes the thumbnails.
//
//label:bad workerloop
func (c *Consumer) ListenThumbnails(ctx context.Context, ds <-chan amqp.Delivery) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				logrus.Errorf("thumbnails: %v\n%s", r, debug.Stack())
			}
		}()
		for {
			select {
			case d, ok := <-ds:
				if !ok {
					return
				}
				var j Job
				if json.Unmarshal(d.Body, &j) != nil {
					_ = d.Reject(false)
					continue
				}
				ratio := j.Sizes[0].W / j.Sizes[0].H
				logrus.Infof("ratio %d", ratio)
				_ = d.Ack(false)
			case <-ctx.Done():
				return
			}
		}
	}()
}

// StartPool starts n consumers of jobs.
//
//label:missed workerloop
func (c *Consumer) StartPool(ctx context.Context, n int, jobs <-chan *Job) {
	for i := 0; i < n; i++ {
		go c.runWorker(ctx, i, jobs)
	}
}

func (c *Consumer) runWorker(ctx context.Context, id int, jobs <-chan *Job) {
	defer c.recovered("worker", id)
	for j := range jobs {
		if err := c.steps[j.Kind](ctx, j); err != nil {
			logrus.Warnf("worker %d: %v", id, err)
		}
	}
}

//label:good
func (c *Consumer) recovered(what string, id int) {
	if r := recover(); r != nil {
		c.mu.Lock()
		c.fails++
		c.mu.Unlock()
		logrus.WithField("id", id).Errorf("%s: %v", what, r)
	}
}

// Convert runs one step; steps of plugins must not take the consumer down.
//
//label:bad recovermisuse
func (c *Consumer) Convert(ctx context.Context, j *Job) error {
	defer recover()
	return c.steps[j.Kind](ctx, j)
}

// ListenParallel gives each delivery its own goroutine.
//
//label:good
func (c *Consumer) ListenParallel(ctx context.Context, ds <-chan amqp.Delivery) {
	var wg sync.WaitGroup
	defer wg.Wait()
	for d := range ds {
		wg.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					logrus.Errorf("delivery %s: %v", d.MessageId, r)
					_ = d.Nack(false, false)
				}
			}()
			var j Job
			if err := json.Unmarshal(d.Body, &j); err != nil {
				_ = d.Reject(false)
				return
			}
			if err := c.steps[j.Kind](ctx, &j); err == nil {
				_ = d.Ack(false)
			}
		})
	}
}

// WatchConnection ends the process when the broker is lost: the orchestrator
// starts it anew.
//
//label:good
func WatchConnection(conn *amqp.Connection) {
	lost := conn.NotifyClose(make(chan *amqp.Error, 1))
	go func() {
		if err := <-lost; err != nil {
			logrus.Errorf("broker lost: %v", err)
			os.Exit(1)
		}
	}()
}

// StartSteadyPool is StartPool for the jobs of the second tier.
//
//label:good
func (c *Consumer) StartSteadyPool(ctx context.Context, n int, jobs <-chan *Job) {
	for i := 0; i < n; i++ {
		go func() {
			for j := range jobs {
				func() {
					defer c.recovered("steady", i)
					if err := c.steps[j.Kind](ctx, j); err != nil {
						logrus.Warnf("steady %d: %v", i, err)
					}
				}()
			}
		}()
	}
}

// Publish encodes v, which may have a marshaller of its own, and sends it.
//
//label:good
func (c *Consumer) Publish(ctx context.Context, key string, v any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("encoding for %s: %v", key, r)
		}
	}()
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	return c.ch.PublishWithContext(ctx, "jobs", key, true, false, amqp.Publishing{Body: body})
}
