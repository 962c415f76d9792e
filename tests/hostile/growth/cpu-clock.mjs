// Loaded into the measured process with --import: `--stats` then tells processor time, however busy the machine.
performance.now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
