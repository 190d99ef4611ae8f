//! Operators that want their operands at places of the text.

use crate::query::{Near, Node, Unit};
use crate::search::error::SearchError;
use crate::search::plan::lower::{LEAVES, Lowering, Scope, wrong};
use crate::search::plan::{Distance, Leaf, Plan};
use crate::text::Span;

impl Lowering<'_> {
    /// A node as operand of a positional operator.
    pub(in crate::search) fn operand(
        &mut self,
        node: &Node,
        scope: Scope,
    ) -> Result<Option<Plan>, SearchError> {
        let plan = self.node(node, scope.placed())?;
        if let Some(plan) = &plan
            && !positional(plan)
        {
            return Err(wrong(
                node.span,
                "only words, phrases and groups of them have a place in the text",
                Some("join the rest with AND"),
            ));
        }
        Ok(plan)
    }

    pub(in crate::search) fn pair(
        &mut self,
        left: &Node,
        right: &Node,
        span: Span,
        scope: Scope,
        join: &dyn Fn(Plan, Plan) -> Plan,
    ) -> Result<Option<Plan>, SearchError> {
        let (Some(left), Some(right)) = (self.operand(left, scope)?, self.operand(right, scope)?)
        else {
            return Err(wrong(span, "an operand holds no word", None));
        };
        same_field(&left, &right, span)?;
        // (a AND b) NEAR c is a NEAR c AND b NEAR c.
        let mut failed = None;
        let mut multiplied = 0;
        let plan = distribute(left, &mut |left| {
            distribute(right.clone(), &mut |right| {
                multiplied += 1;
                if multiplied > LEAVES {
                    failed = Some(multiplied);
                    return Plan::Nothing;
                }
                join(left.clone(), right)
            })
        });
        if let Some(words) = failed {
            return Err(SearchError::TooLarge {
                words,
                limit: LEAVES,
            });
        }
        self.spend(plan).map(Some)
    }

    pub(in crate::search) fn not_near(
        &mut self,
        near: &Near,
        span: Span,
        scope: Scope,
    ) -> Result<Option<Plan>, SearchError> {
        let left = self.operand(&near.left, scope)?;
        let right = self.operand(&near.right, scope.unscored())?;
        let (Some(left), Some(right)) = (left, right) else {
            return Err(wrong(span, "an operand holds no word", None));
        };
        same_field(&left, &right, span)?;
        let distance = distance(near);
        let plan = distribute(left, &mut |left| {
            Plan::NotNear(Box::new(left), Box::new(right.clone()), distance)
        });
        self.spend(plan).map(Some)
    }

    pub(in crate::search) fn within(
        &mut self,
        left: &Node,
        right: &Node,
        span: Span,
        scope: Scope,
        unit: Unit,
    ) -> Result<Option<Plan>, SearchError> {
        let (Some(left), Some(right)) = (self.operand(left, scope)?, self.operand(right, scope)?)
        else {
            return Err(wrong(span, "an operand holds no word", None));
        };
        same_field(&left, &right, span)?;
        // (a AND b) W/S c wants all three in one sentence; (a OR (b AND c)) W/S d one of two such groups.
        let join = |left: Plan, right: Plan| Plan::Within(Box::new(left), Box::new(right), unit);
        let chain = |parts: &[Plan]| parts.iter().cloned().reduce(join);
        let (lefts, rights) = (choices(left)?, choices(right)?);
        multiplied(&lefts, &rights)?;
        let mut found = Vec::with_capacity(lefts.len() * rights.len());
        for left in &lefts {
            for right in &rights {
                found.extend(chain(left).zip(chain(right)).map(|(l, r)| join(l, r)));
            }
        }
        let plan = match found.len() {
            1 => found.swap_remove(0),
            _ => Plan::Or(found),
        };
        self.spend(plan).map(Some)
    }
}

/// The combinations of operands that would do, where all of one are asked together.
fn choices(plan: Plan) -> Result<Vec<Vec<Plan>>, SearchError> {
    let found = match plan {
        Plan::And(parts) => {
            let mut sofar = vec![Vec::new()];
            for part in parts {
                let choices = choices(part)?;
                multiplied(&sofar, &choices)?;
                sofar = sofar
                    .iter()
                    .flat_map(|head: &Vec<Plan>| {
                        choices
                            .iter()
                            .map(move |tail| [head.as_slice(), tail.as_slice()].concat())
                    })
                    .collect();
            }
            sofar
        }
        Plan::Or(parts) if parts.iter().any(has_and) => {
            let mut found = Vec::new();
            for part in parts {
                found.extend(choices(part)?);
            }
            found
        }
        plan => vec![vec![plan]],
    };
    Ok(found)
}

/// Refuses to combine all of `lefts` with all of `rights` where that makes too many operands.
fn multiplied(lefts: &[Vec<Plan>], rights: &[Vec<Plan>]) -> Result<(), SearchError> {
    let operands = |choices: &[Vec<Plan>]| choices.iter().map(Vec::len).sum::<usize>();
    let words = operands(lefts) * rights.len() + operands(rights) * lefts.len();
    if words > LEAVES {
        return Err(SearchError::TooLarge {
            words,
            limit: LEAVES,
        });
    }
    Ok(())
}

/// How near the operands of `near` must be.
pub(in crate::search) fn distance(near: &Near) -> Distance {
    Distance {
        words: near.distance,
        ordered: near.ordered,
    }
}

/// Applies `wrap` below the ANDs of `plan`, so that each part of them is wrapped alone.
pub(in crate::search) fn distribute(plan: Plan, wrap: &mut dyn FnMut(Plan) -> Plan) -> Plan {
    match plan {
        Plan::And(parts) => Plan::And(
            parts
                .into_iter()
                .map(|part| distribute(part, wrap))
                .collect(),
        ),
        Plan::Or(parts) if parts.iter().any(has_and) => Plan::Or(
            parts
                .into_iter()
                .map(|part| distribute(part, wrap))
                .collect(),
        ),
        plan => wrap(plan),
    }
}

fn has_and(plan: &Plan) -> bool {
    match plan {
        Plan::And(_) => true,
        Plan::Or(parts) => parts.iter().any(has_and),
        _ => false,
    }
}

/// Whether a plan matches at places of the text.
fn positional(plan: &Plan) -> bool {
    match plan {
        Plan::Leaf(_)
        | Plan::Near(..)
        | Plan::NotNear(..)
        | Plan::Within(..)
        | Plan::AtLeast(..)
        | Plan::Nothing => true,
        Plan::And(parts) | Plan::Or(parts) => parts.iter().all(positional),
        Plan::All
        | Plan::Not(_)
        | Plan::Dated(_)
        | Plan::Undated
        | Plan::Length(..)
        | Plan::Values(..)
        | Plan::Paths(_) => false,
    }
}

fn same_field(left: &Plan, right: &Plan, span: Span) -> Result<(), SearchError> {
    let mut field = None;
    let mut same = true;
    let mut see = |leaf: &Leaf| same &= *field.get_or_insert(leaf.field) == leaf.field;
    left.leaves(&mut see);
    right.leaves(&mut see);
    if same {
        Ok(())
    } else {
        Err(wrong(
            span,
            "words of two fields are never near each other",
            Some("join them with AND"),
        ))
    }
}
