// Preloaded into the app's process: when the script that started it is gone, killed even, the app goes too instead
// of staying behind with the port.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
