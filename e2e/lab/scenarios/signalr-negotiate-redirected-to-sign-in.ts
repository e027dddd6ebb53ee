import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is redirected to the sign-in page, whose HTML the client cannot read",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "A middleware redirects as OpenID Connect's challenge does",
  rows: ["negotiate 302 to a login page, its HTML instead of JSON"],
  cards: [{ cause: "auth-redirect-to-login", protocol: "signalr", phase: "negotiate", status: 200 }],
  healthy: 0,
  further: true,
  start(lab) {
    const hub = lab.mount();
    const login = "/Account/Login";
    const location = `${login}?ReturnUrl=${encodeURIComponent(`${hub}/negotiate`)}`;
    const html = "<!DOCTYPE html>\n<html><head><title>Shop</title></head><body><form method=post></form></body></html>";
    const answers = [
      { status: 302, headers: { location }, body: "", path: `${hub}/negotiate` },
      { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: html, path: login },
    ];
    return sameOrigin(lab, talk(), { hub, answers });
  },
} satisfies Scenario;
