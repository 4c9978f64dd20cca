import * as http from "node:http";

/**
 * Lets our requests go through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, which fetch does not by itself.
 * Nothing happens where Node cannot do that (before 24.14; there NODE_USE_ENV_PROXY=1 may help).
 */
export function useProxyOfEnvironment(): void {
	if ("setGlobalProxyFromEnv" in http) http.setGlobalProxyFromEnv();
}
