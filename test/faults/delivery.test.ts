import { expect, jest, test } from '@jest/globals';
import { briefFaults } from '../../trials/faults/faults.ts';
import { runTrial } from '../../trials/faults/trial.ts';
import { describeInBrowser } from '../browser.ts';
import { buildCompanion } from '../companion/build.ts';

jest.setTimeout(120_000);

describeInBrowser('240 events on 6 pages, to an endpoint that fails in six ways', (browser) => {
  test('each arrives exactly once, in order, and a refused one is not asked about again', async () => {
    const result = await runTrial({
      companion: await buildCompanion(),
      browser: browser(),
      events: 240,
      navigations: 6,
      faults: briefFaults,
    });
    expect(result).toMatchObject({ lost: [], doubled: [], late: [], refused: result.wrongKeys });
    expect(result.wrongKeys).toBeGreaterThan(0);
    expect(result.warnings).toBeGreaterThan(0);
    expect(result.busiestSecond).toBeLessThanOrEqual(20);
    expect(result.statuses).toMatchObject({ 429: 1, 500: 1 });
  });
});
