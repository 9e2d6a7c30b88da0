/**
 * Loaded into the index's process before its own main module: ends it when the demo that started it is gone, even killed,
 * as its standard input then ends. Otherwise it would keep the lock of the data folder, and the next start would fail.
 */
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
// Or it would keep the process alive that had been stopped in order.
process.stdin.unref();
