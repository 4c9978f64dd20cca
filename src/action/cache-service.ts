/** GitHub's cache service. Bundled apart as dist/cache.js: it is larger than all the rest of the action. */
export { isFeatureAvailable, restoreCache, saveCache } from "@actions/cache";
