import { APPLICATIONS_WITHOUT_RUNTIME_ROLES } from '../limits/emr';
import type { Rule } from './rule';

/** No application is installed that AWS does not let stand on a cluster with step roles, and none twice. */
export const emrApplicationsAllowRuntimeRoles: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const applications = stage.config.emr?.applications ?? [];
    return applications.flatMap((application, index) => {
      const at = ['emr', 'applications', index];
      if (isWithoutRuntimeRoles(application)) {
        const text = `${application} cannot run on clusters with step roles; remove it, and let notebooks connect through Livy`;
        return [stage.problem(text, at)];
      }
      if (application !== undefined && applications.indexOf(application) < index) {
        return [stage.problem(`${application} is listed already; remove one of the two`, at)];
      }
      return [];
    });
  });

function isWithoutRuntimeRoles(application: string | undefined): boolean {
  return APPLICATIONS_WITHOUT_RUNTIME_ROLES.some((other) => other === application);
}
