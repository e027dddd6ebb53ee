import browser from "webextension-polyfill";

/** Only Firefox tells an extension which browser it is; there `webRequest` hides nothing and DevTools tells of no messages. */
export const isFirefox = "getBrowserInfo" in browser.runtime;
