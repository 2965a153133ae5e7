using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes.Completion;

/// <summary>Completes templates: in a parameter what the handler takes, behind a colon what constraints there are.</summary>
[ExportCompletionProvider(nameof(TemplateCompletionProvider), LanguageNames.CSharp)]
[Shared]
public sealed class TemplateCompletionProvider : CompletionProvider
{
    private const string Description = nameof(Description);

    // What can follow a name in a template; anything else is a part of it.
    private static readonly CompletionItemRules Rules = CompletionItemRules.Create(
        commitCharacterRules: [CharacterSetModificationRule.Create(CharacterSetModificationKind.Replace, '>', '}', ':', '=', '?', '.', '(')]);

    /// <inheritdoc/>
    public override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options)
    {
        if (trigger.Kind != CompletionTriggerKind.Insertion || caretPosition == 0)
        {
            return false;
        }

        // Only the text is known here: whether the literal is a template is asked when there is something to offer.
        string line = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(caretPosition).Start, caretPosition));
        int quote = line.IndexOf('"');
        return quote >= 0 && OpenParameter.Read(line.Substring(quote + 1)) is not null;
    }

    /// <inheritdoc/>
    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || OpenTemplate.FindArgument(root, context.Position) is not { } argument)
        {
            return;
        }

        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null
            || OpenTemplate.Read(argument, context.Position, model) is not { } template
            || TemplateScope.Find(template, model, context.CancellationToken) is not { } scope)
        {
            return;
        }

        var items = template.Parameter.Constraint is null ? NamesOf(scope) : ConstraintsOf(template.Parameter, scope);
        context.AddItems(items);
        context.CompletionListSpan = template.Word;
        context.IsExclusive = true;
    }

    /// <inheritdoc/>
    public override Task<CompletionDescription?> GetDescriptionAsync(Document document, CompletionItem item, CancellationToken cancellationToken) =>
        Task.FromResult<CompletionDescription?>(CompletionDescription.FromText(item.Properties.GetValueOrDefault(Description, "")));

    private static IEnumerable<CompletionItem> NamesOf(TemplateScope scope) =>
        scope.Free.Select(static (target, index) => Create(target.Key, index, target.Type.Display(), $"{target.Type.Display()} {target.Key}", WellKnownTags.Parameter, Rules));

    private static IEnumerable<CompletionItem> ConstraintsOf(OpenParameter parameter, TemplateScope scope) =>
        ConstraintNames.For(scope.FindType(parameter.Name), scope.Known)
            .Where(constraint => !parameter.Constraints.Contains(constraint.Name, StringComparer.OrdinalIgnoreCase))
            .Select(static (constraint, index) => Create(
                constraint.Name,
                index,
                detail: "",
                constraint.Usage is null ? "" : $"{constraint.Name} takes {constraint.Usage}",
                WellKnownTags.Keyword,
                constraint.IsOfType ? Rules.WithMatchPriority(MatchPriority.Preselect) : Rules));

    private static CompletionItem Create(string name, int index, string detail, string description, string tag, CompletionItemRules rules) =>
        CompletionItem.Create(
            displayText: name,
            sortText: index.ToString("D3", CultureInfo.InvariantCulture),
            properties: ImmutableDictionary<string, string>.Empty.Add(Description, description),
            tags: [tag],
            rules: rules,
            inlineDescription: detail);
}
