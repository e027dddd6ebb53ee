/**
 * What the service writes of itself: rows of the live trace, of the resource log in a storage account (PT1H.json), and of the
 * tables of Log Analytics, in the formats that Azure documents.
 * https://learn.microsoft.com/azure/azure-web-pubsub/howto-troubleshoot-resource-logs
 */
export interface Row {
  eventName: string;
  message: string;
  level?: "Informational" | "Warning" | "Error";
  category?: "ConnectivityLogs" | "MessagingLogs" | "HttpRequestLogs";
  exception?: string;
  hub?: string;
  connectionId?: string;
  userId?: string | undefined;
  /** Of a request to the service. */
  request?: { method: string; url: string; status: number };
}

const RESOURCE =
  "/SUBSCRIPTIONS/00000000-0000-0000-0000-000000000000/RESOURCEGROUPS/LAB/PROVIDERS/MICROSOFT.SIGNALRSERVICE/WEBPUBSUB/LAB";

export class ServiceLog {
  readonly #rows: (Row & { time: string })[] = [];

  write(row: Row): void {
    this.#rows.push({ ...row, time: new Date().toISOString() });
  }

  /** As the live trace tool's page saves it. */
  liveTrace(): string {
    const rows = this.#rows.map(({ time, level = "Informational", eventName, message, exception, ...row }) => ({
      time,
      logLevel: level === "Informational" ? "Information" : level,
      eventName,
      message,
      ...(exception && { exception }),
      hub: row.hub,
      connectionId: row.connectionId,
      userId: row.userId,
      ...(row.request && { httpMethod: row.request.method, url: row.request.url, statusCode: row.request.status }),
    }));
    return JSON.stringify(rows, null, 2);
  }

  /** One JSON object a line, as in a storage account's PT1H.json. */
  storage(): string {
    return this.#rows.map((row) => JSON.stringify(resourceRow(row))).join("\n");
  }

  /** A query's result over the three tables of Log Analytics, saved as CSV. */
  logAnalytics(): string {
    const rows = this.#rows.map((row) => [
      row.time,
      row.level ?? "Informational",
      row.category ?? "ConnectivityLogs",
      row.eventName,
      wordsOf(row),
      row.hub ?? "",
      row.connectionId ?? "",
      row.userId ?? "",
      RESOURCE,
    ]);
    const head = [
      "TimeGenerated [UTC]",
      "Level",
      "Category",
      "OperationName",
      "Message",
      "Hub",
      "ConnectionId",
      "UserId",
      "_ResourceId",
    ];
    return [head, ...rows].map((row) => row.map(quoted).join(",")).join("\n");
  }
}

function resourceRow({
  time,
  level = "Informational",
  category = "ConnectivityLogs",
  eventName,
  ...row
}: Row & { time: string }) {
  return {
    time,
    level,
    resourceId: RESOURCE,
    location: "westeurope",
    category,
    operationName: eventName,
    callerIpAddress: "127.0.0.1",
    properties: {
      message: wordsOf({ eventName, ...row }),
      collection: category === "MessagingLogs" ? "Message" : "Connection",
      connectionId: row.connectionId,
      userId: row.userId,
      hub: row.hub,
      ...(row.request && {
        httpMethod: row.request.method,
        url: row.request.url,
        statusCode: String(row.request.status),
      }),
    },
  };
}

/** Only the live trace has a column for exceptions. */
function wordsOf({ message, exception }: Row): string {
  return exception ? `${message} ${exception}` : message;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
