/** The rooms' messages come with the browser's API, which looks for a browser when it is loaded. */
Object.assign(globalThis, { chrome: { runtime: { id: "fuzz" } } });
