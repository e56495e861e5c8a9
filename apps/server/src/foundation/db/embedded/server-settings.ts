/** Settings for a small machine that has other work to do; `sepiola.conf` in the cluster folder, written at each start. */
const settings: Record<string, string> = {
  max_connections: '60',
  shared_buffers: '96MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  random_page_cost: '1.1',
  // Pages mostly come from the system's cache: asking another process for them costs more than reading them.
  io_method: 'sync',
  // Compiling a query costs more than most of ours take.
  jit: 'off',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '1',
  // Every search by trigrams reads what waits there to be put into its index.
  gin_pending_list_limit: '256kB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  wal_compression: 'on',
  checkpoint_completion_target: '0.9',
  autovacuum_naptime: '30s',
  log_min_messages: 'warning',
  log_line_prefix: "'%m [%p] '",
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  datestyle: "'iso, mdy'",
  password_encryption: "'scram-sha-256'",
}

/** For databases that may be lost: tests. */
const fragile: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '64MB',
  max_wal_size: '2GB',
}

export function serverSettings(durable: boolean): string {
  const lines = Object.entries(durable ? settings : { ...settings, ...fragile }).map(
    ([key, value]) => `${key} = ${value}`,
  )
  return `# Written by the server at each start. Your own settings belong into postgresql.conf, below the include.\n${lines.join('\n')}\n`
}

export const mainConfiguration = `include 'sepiola.conf'\n# Your own settings below this line win.\n`
