package middleware

import "github.com/labstack/echo/v4"

func Recover() echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) (err error) {
			defer func() {
				if r := recover(); r != nil {
					err = echo.NewHTTPError(500, r)
				}
			}()
			return next(c)
		}
	}
}
