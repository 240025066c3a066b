export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': 'babel-jest' },
  testEnvironment: 'node',
  // A browser test starts a browser of its own; two at a time are what a small machine carries.
  maxWorkers: 2,
  // Generous, as a loaded machine is no reason to fail: nothing here is asserted by the clock.
  testTimeout: 60_000,
};
