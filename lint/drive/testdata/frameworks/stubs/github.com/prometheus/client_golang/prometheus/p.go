package prometheus

type Opts struct{ Namespace, Subsystem, Name, Help string }
type CounterOpts Opts
type GaugeOpts Opts
type Counter interface {
	Inc()
	Add(float64)
}
type Gauge interface {
	Set(float64)
	Inc()
	Dec()
}
type Desc struct{ fqName string }
type Metric interface{ Desc() *Desc }
type Collector interface {
	Describe(chan<- *Desc)
	Collect(chan<- Metric)
}
type ValueType int

const (
	CounterValue ValueType = iota + 1
	GaugeValue
)

type counter struct{}

func (counter) Inc()        {}
func (counter) Dec()        {}
func (counter) Add(float64) {}
func (counter) Set(float64) {}

type CounterVec struct{}
type GaugeVec struct{}
type Labels map[string]string
type m struct{ d *Desc }

func (x m) Desc() *Desc { return x.d }

func NewCounter(opts CounterOpts) Counter                             { return counter{} }
func NewGauge(opts GaugeOpts) Gauge                                   { return counter{} }
func NewCounterVec(opts CounterOpts, labelNames []string) *CounterVec { return &CounterVec{} }
func NewGaugeVec(opts GaugeOpts, labelNames []string) *GaugeVec       { return &GaugeVec{} }
func (v *CounterVec) WithLabelValues(lvs ...string) Counter           { return counter{} }
func (v *GaugeVec) WithLabelValues(lvs ...string) Gauge               { return counter{} }
func NewDesc(fqName, help string, variableLabels []string, constLabels Labels) *Desc {
	return &Desc{fqName}
}
func MustNewConstMetric(desc *Desc, valueType ValueType, value float64, labelValues ...string) Metric {
	return m{desc}
}
func MustRegister(cs ...Collector) {}
