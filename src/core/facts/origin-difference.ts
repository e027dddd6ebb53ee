import { parseUrl } from "../url.js";

/** In what two origins differ, in words, where it is one thing only; people look at both and see the same. */
export function originDifference(allowed: string, page: string): string | undefined {
  if (allowed.toLowerCase() === page.toLowerCase()) return "upper and lower case";
  if (allowed.startsWith(page) && /^\/+$/.test(allowed.slice(page.length))) return "the slash at its end";
  const [one, other] = [parseUrl(allowed), parseUrl(page)];
  const [oneName = "", onePort = ""] = one.host.split(":");
  const [otherName = "", otherPort = ""] = other.host.split(":");
  const differs = [one.scheme !== other.scheme, oneName !== otherName, onePort !== otherPort];
  if (differs.filter(Boolean).length !== 1) return undefined;
  if (differs[0]) return `its scheme (${one.scheme}, and not ${other.scheme})`;
  if (differs[2]) return `its port (${onePort || "none"}, and not ${otherPort || "none"})`;
  return oneName.replace(/^www\./, "") === otherName.replace(/^www\./, "") ? "www." : undefined;
}
