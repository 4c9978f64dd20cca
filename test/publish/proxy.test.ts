import assert from "node:assert/strict";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { publishFromCommandLine, writeReport } from "./command-scene.ts";
import { setScene } from "./scene.ts";

/** A proxy that tunnels whatever host it is asked for to one port of this machine. */
async function startProxy(t: TestContext, port: number) {
	const asked: string[] = [];
	const server = createServer();
	server.on("connect", (request: IncomingMessage, client: Socket) => {
		asked.push(request.url ?? "");
		const upstream = connect(port, "127.0.0.1", () => {
			client.write("HTTP/1.1 200 Connection established\r\n\r\n");
			upstream.pipe(client).pipe(upstream);
		});
		client.on("error", () => upstream.destroy());
		upstream.on("error", () => client.destroy());
		t.after(() => client.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	t.after(() => server.close());
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test("GitHub is reached through the proxy that the environment names", async (t) => {
	const scene = await setScene(t);
	const { port } = new URL(scene.fake.url);
	const proxy = await startProxy(t, Number(port));
	const behind = (url: string) => url.replace("127.0.0.1", "github.invalid");
	const { code, stderr } = await publishFromCommandLine([writeReport(t), "--repo", "o/r", "--pull", "7"], {
		GITHUB_TOKEN: "t",
		GITHUB_API_URL: behind(scene.fake.url),
		GITHUB_GRAPHQL_URL: behind(scene.fake.graphqlUrl),
		HTTP_PROXY: proxy.url,
	});
	assert.equal(code, 0, stderr);
	assert.ok(proxy.asked.length > 0);
	assert.deepEqual(new Set(proxy.asked), new Set([`github.invalid:${port}`]));
});
