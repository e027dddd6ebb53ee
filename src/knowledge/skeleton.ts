const FOLDERS = ["signalr", "engine-io", "web-pubsub", "any"];

/** The file of a new entry, to be filled in; throws a one-line complaint where the id is none. */
export function skeletonOf(id: string): string {
  const [folder = "", cause = "", ...rest] = id.split("/");
  if (!FOLDERS.includes(folder) || rest.length > 0)
    throw new Error(`begin with one of ${FOLDERS.join(", ")}: signalr/what-is-wrong`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(cause))
    throw new Error(`"${cause}" is no slug; name what is wrong: signalr/what-is-wrong`);
  const title = cause[0]?.toUpperCase() + cause.slice(1).replaceAll("-", " ");
  return `---
cause: ${cause}
common: 0.3
when:
  - status: 404            # TODO when it is a candidate at all, as broad as people search for it
supports:
  - if: { phase: negotiate }
    points: 2              # 1 weak, 5 overwhelming; confirms: true only where no other cause could show it
    says: TODO what was seen, with the value in braces ({status}).
rulesOut:
  - if: { answer.isHtml: true }
    says: TODO why it cannot be this then.
wouldDecide: TODO the one observation that would settle it.
reproduce: "curl -i '{request.scheme}://{request.host}{request.path}'"
link: https://TODO
---
# ${title}

TODO what is wrong, in two sentences.

## Fix: TODO technology
TODO with real names of options.

## Example: TODO what somebody would see
\`\`\`text
TODO a pasted text, or a wire script in a wire fence
\`\`\`

## Look-alike: TODO what looks like this but is not → any/bad-gateway
\`\`\`text
TODO
\`\`\`
`;
}
