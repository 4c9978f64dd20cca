// package.json
var name = "go-race-audit";
var version = "0.1.0";
export { version as n, name as t };
