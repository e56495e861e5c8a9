/** LISTEN/NOTIFY on one dedicated connection per node; listening is restored after a lost connection. */
export interface Notifier {
  /** Payload ≤ 8000 bytes; delivered to every node, this one included. */
  notify(channel: string, payload: string): Promise<void>
  /** Returns the function that ends the subscription. `onReconnect`: messages may have been missed. */
  listen(channel: string, onMessage: (payload: string) => void, onReconnect?: () => void): Promise<() => void>
  close(): Promise<void>
}
