/**
 * What a file of browser tests begins with: the site on a server and Chromium, and a page of its own for each test, on
 * which nothing goes wrong. What is exported is that of the test which runs.
 */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach } from "node:test";
import { launch, listed, ready, serve, settled, soon, watched } from "./site.mjs";

/** @type {Awaited<ReturnType<typeof serve>>} */
export let site;
/** @type {import("playwright-core").Browser} */
export let browser;
/** @type {import("playwright-core").BrowserContext} */
export let context;
/** @type {import("playwright-core").Page} */
export let page;
/** @type {string[]} */
export let errors;

/** The site and the browser, for all tests of a file. @param {string[]} [flags] of the browser */
export function withSite(flags = soon) {
	before(async () => {
		site = await serve();
		browser = await launch(flags);
	});
	after(async () => {
		await browser.close();
		site.close();
	});
}

/** A window for each test of a file; the page may ask no other host, and its console stays free of errors. @param {import("playwright-core").BrowserContextOptions} [options] @param {string[]} [flags] of the browser */
export function withPage(options, flags) {
	/** @type {string[]} */
	let requests;
	withSite(flags);
	beforeEach(async () => {
		context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
		({ page, errors, requests } = await watched(context));
	});
	afterEach(async () => {
		const strangers = requests.filter((url) => !url.startsWith(site.origin) && !/^(data|blob):/.test(url));
		await context.close();
		assert.deepEqual(strangers, [], "a request left the page's own host");
		assert.deepEqual(errors, [], "the console shows errors");
	});
}

/** Opens a link and waits for its answer, which it gives as the list says it. */
export async function open(fragment = "#from=CNSIA&to=DEDUI") {
	if (page.url().startsWith(site.url)) await page.goto("about:blank"); // else the list of the last link would be taken for this one's
	await page.goto(site.url + fragment);
	await ready(page);
	return settled(() => listed(page));
}
