import { messages } from "../message.js";

/** What is said of the Azure resource itself: its name, who may reach it, how it fares. */
export const AZURE_RESOURCE = messages({
  "rbac-missing": {
    pattern:
      /(SignalR|Web ?PubSub)[\w ]{0,20} (App Server|Service Owner|REST API (Owner|Reader)|Contributor)|role assignment|\bRBAC\b|managed[- ]?identity|DefaultAzureCredential|\w+Credential\(|AzureAD identity|failed in authorizing AccessKey|azure ?ad\b|service principal|AuthType=(aad|azure)|\b(disable)?local ?auth(entication)?\b|permission to generate access token|does not have authorization to perform action|Access Policy|Microsoft Entra/i,
    means: "Azure roles or a managed identity are named.",
    benign: true,
  },
  "network-rules-refused": {
    phase: "connect",
    side: "service",
    pattern:
      /(reject|refus|den(y|ied)|block|forbid|not allowed)\w*.{0,60}\b(network )?acls?\b|\bacls?\b.{0,60}(reject|refus|den(y|ied)|block|forbid|not allowed)|(client|caller|source|your) IP( address)? .{0,20}not allowed/i,
    means: "The resource's network rules refused the caller.",
    shows: { status: 403 },
  },
  "network-access-named": {
    pattern:
      /public network access|not publicly accessible|public access (is |was )?(disabled|denied|off)|private (endpoint|link)|network (acl|access control|rule)|\bACLs?\b|IP (rule|restriction|is not allowed)|v-?net|virtual network|service endpoint|trusted service/i,
    means: "Network access control of the Azure resource is named.",
    benign: true,
  },
  "azure-resource-named": {
    pattern:
      /\.service\.signalr\.(net|azure\.\w+)|\.webpubsub\.azure\.|azure signalr|AddAzureSignalR|SignalR service|web ?pubsub/i,
    means: "Azure SignalR Service or Web PubSub is named.",
    stands: true,
    benign: true,
  },
  "service-incident": {
    pattern:
      /outage|incident|service health|azure status|(since|started|suddenly|beginning) .{0,60}(this morning|yesterday|today|last night|hours? ago|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d)|without (any )?(code |config\w* )?change|(no|nothing) (code )?changes?d?|of a sudden|(region|west europe|east us|north europe|central us)/i,
    means: "It began without a change of the application, or is bound to a region.",
    benign: true,
  },
  "hub-name-refused": {
    phase: "connect",
    pattern:
      /invalid hub ?name|hub ?name\b.{0,40}\b(is |was )?(invalid|illegal|not valid|not allowed)|\bhub\b.{0,60}first character must be a letter|hub ?names? (may|must|can|should) .{0,60}\b(letters?|alphanumeric|characters?|underscore)/i,
    means: "The hub's name is not one that the service takes.",
  },
});
