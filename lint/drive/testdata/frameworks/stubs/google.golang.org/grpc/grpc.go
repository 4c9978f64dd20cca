package grpc

import (
	"context"
	"net"
)

type Server struct{}
type ServerOption interface{ apply() }
type opt struct{}

func (opt) apply() {}

type UnaryServerInfo struct {
	Server     any
	FullMethod string
}
type StreamServerInfo struct {
	FullMethod     string
	IsClientStream bool
	IsServerStream bool
}
type UnaryHandler func(ctx context.Context, req any) (any, error)
type StreamHandler func(srv any, stream ServerStream) error
type UnaryServerInterceptor func(ctx context.Context, req any, info *UnaryServerInfo, handler UnaryHandler) (resp any, err error)
type StreamServerInterceptor func(srv any, ss ServerStream, info *StreamServerInfo, handler StreamHandler) error
type ServerStream interface {
	Context() context.Context
	SendMsg(m any) error
	RecvMsg(m any) error
}
type ServiceDesc struct{ ServiceName string }

func NewServer(o ...ServerOption) *Server                            { return &Server{} }
func UnaryInterceptor(i UnaryServerInterceptor) ServerOption         { return opt{} }
func ChainUnaryInterceptor(i ...UnaryServerInterceptor) ServerOption { return opt{} }
func StreamInterceptor(i StreamServerInterceptor) ServerOption       { return opt{} }
func (s *Server) RegisterService(sd *ServiceDesc, ss any)            {}
func (s *Server) Serve(lis net.Listener) error                       { return nil }
func (s *Server) GracefulStop()                                      {}
func (s *Server) Stop()                                              {}
