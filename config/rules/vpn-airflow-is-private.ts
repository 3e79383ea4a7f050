import type { Rule } from './rule';
import { vpns } from './vpn-sections';

/** Whoever is let through the VPN to Airflow finds one there: a web server on the internet is not behind it. */
export const vpnAirflowIsPrivate: Rule = (landscape) =>
  vpns(landscape).flatMap(({ stage, vpn }) => {
    const environments = Object.values(stage.config.airflow ?? {});
    // One that is not valid may be the private one.
    if (environments.some((each) => each?.webServerAccess !== 'PUBLIC_ONLY')) return [];
    return Object.entries(vpn.access ?? {}).flatMap(([group, targets]) => {
      const index = targets?.indexOf('airflow') ?? -1;
      if (index < 0) return [];
      const text =
        'no Airflow environment of the stage has a private web server; write webServerAccess: PRIVATE_ONLY there, or take airflow out: a public one needs no VPN';
      return [stage.problem(text, ['vpn', 'access', group, index])];
    });
  });
