import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * Reads the compose file for {@code docker/check}: refuses what it cannot find, and prints the environment of one service, a
 * variable a line, with {@code ${NAME:?...}} replaced from this process's own environment.
 */
class ComposeEnvironment {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+):\\?[^}]*}");

    public static void main(String[] arguments) throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(Path.of(arguments[0])));
        Map<String, Object> services = map(file, "services");
        for (String name : services.keySet()) {
            Map<String, Object> service = map(services, name);
            require(service.containsKey("image"), name + " has no image");
            for (Object mount : (List<?>) service.getOrDefault("volumes", List.of())) {
                String source = mount.toString().split(":")[0];
                require(source.startsWith(".") ? Files.exists(Path.of(arguments[0]).resolveSibling(source))
                        : map(file, "volumes").containsKey(source), name + " mounts " + source + ", which is not there");
            }
        }
        for (String needed : map(map(services, "ledger"), "depends_on").keySet()) {
            require(map(services, needed).containsKey("healthcheck"), needed + " is waited for and has no health check");
        }
        map(map(services, arguments[1]), "environment").forEach((name, value) -> System.out.println(name + "="
                + REFERENCE.matcher(value.toString()).replaceAll(match -> {
                    String found = System.getenv(match.group(1));
                    require(found != null, match.group() + " is not set");
                    return found;
                })));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        require(parent.get(key) instanceof Map, "no " + key);
        return (Map<String, Object>) parent.get(key);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            System.err.println("compose file: " + otherwise);
            System.exit(1);
        }
    }
}
